/** In the stead of a `response_url`: the answer goes to the home of whoever asked. */
export const AT_HOME = 'home';
