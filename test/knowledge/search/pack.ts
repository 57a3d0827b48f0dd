import { createIndex, type Index, type IndexEntry } from '../../../knowledge/search/index.ts';

/** An entry for tests, which is found as its own id. */
export function entry(
  id: string,
  title: string,
  aliases: readonly string[] = [],
  rest: Partial<Pick<IndexEntry<string>, 'weight' | 'codes' | 'lent'>> = {},
): IndexEntry<string> {
  return { id, title, aliases, codes: [], weight: 1, entry: id, ...rest };
}

/** A small pack of technology roles, with the aliases that a contributor would think of. */
export const roles: readonly IndexEntry<string>[] = [
  entry('ml-engineer', 'ML Engineer', ['machine learning engineer', 'MLE', 'machine learning'], {
    weight: 2,
  }),
  entry('defense-ml-engineer', 'Defense ML Engineer', ['military ML engineer']),
  entry('mlops-engineer', 'MLOps Engineer', ['ML operations engineer']),
  entry('ml-platform-engineer', 'ML Platform Engineer'),
  entry('ai-engineer', 'AI Engineer', ['artificial intelligence engineer', 'LLM engineer']),
  entry('data-scientist', 'Data Scientist', ['data science'], { weight: 1.8 }),
  entry('data-engineer', 'Data Engineer', ['ETL engineer', 'big data engineer'], { weight: 1.8 }),
  entry('data-analyst', 'Data Analyst', ['data analytics']),
  entry('business-analyst', 'Business Analyst'),
  entry('research-scientist', 'Research Scientist', ['AI researcher']),
  entry('applied-scientist', 'Applied Scientist'),
  entry(
    'software-engineer',
    'Software Engineer',
    ['SWE', 'software developer', 'C++ developer', 'C# developer'],
    {
      weight: 1.9,
    },
  ),
  entry('frontend-developer', 'Frontend Developer', ['React developer', 'UI developer']),
  entry('backend-developer', 'Backend Developer', ['API developer']),
  entry('full-stack-developer', 'Full-Stack Developer'),
  entry('web-developer', 'Web Developer'),
  entry('devops-engineer', 'DevOps Engineer', ['CI/CD engineer']),
  entry('site-reliability-engineer', 'Site Reliability Engineer', ['SRE']),
  entry('security-engineer', 'Security Engineer', ['cybersecurity engineer']),
  entry('security-analyst', 'Security Analyst', ['SOC analyst', 'cybersecurity analyst']),
  entry('penetration-tester', 'Penetration Tester', ['pentester', 'ethical hacker']),
  entry('qa-engineer', 'QA Engineer', ['quality assurance engineer', 'software tester']),
  entry('product-manager', 'Product Manager', ['PM']),
  entry('project-manager', 'Project Manager', ['IT project manager']),
  entry('engineering-manager', 'Engineering Manager'),
  entry('ux-designer', 'UX Designer', ['user experience designer', 'UI/UX designer']),
  entry('database-administrator', 'Database Administrator', ['DBA']),
  entry('systems-administrator', 'Systems Administrator', ['sysadmin']),
  entry('technical-writer', 'Technical Writer'),
  entry('dotnet-developer', '.NET Developer', ['dot net developer']),
  entry('director-of-engineering', 'Director of Engineering'),
  entry('robotics-engineer', 'Robotics Engineer'),
];

export const index: Index<string> = createIndex(roles);
