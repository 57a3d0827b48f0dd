FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app

# Dependencies change less often than the source. The image brings Node itself, so the packaged ones go again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
  && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin/node \
  && npm cache clean --force

COPY src src
COPY commands commands
COPY knowledge knowledge
COPY adapters adapters

# The embedded state lives here: mount a volume to keep it.
RUN mkdir -p /data && chown node:node /data
ENV ROLECALL_DATA_DIR=/data
VOLUME /data
USER node
CMD ["node", "--max-semi-space-size=4", "--heap-growing-percent=75", "--require", "./src/preload.cjs", "src/main.ts"]
