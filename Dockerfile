# Builds what runs: the code as a few files, V8's compiled code, the facts checked.
FROM node:26-slim AS build
WORKDIR /app
RUN chown node:node /app
USER node

# Dependencies change less often than the source.
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN npm ci
COPY --chown=node:node tsconfig.json ./
COPY --chown=node:node src src
COPY --chown=node:node commands commands
COPY --chown=node:node knowledge knowledge
COPY --chown=node:node adapters adapters
RUN npm run build

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app

# The image brings Node itself, so the packaged ones go again.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev \
  && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin/node \
  && npm cache clean --force

COPY --from=build /app/dist dist
COPY knowledge/made knowledge/made
COPY knowledge/data knowledge/data

# The embedded state lives here: mount a volume to keep it.
RUN mkdir -p /data && chown node:node /data
ENV ROLECALL_DATA_DIR=/data
VOLUME /data
USER node

# Health and everything else over HTTP is on this port, in every mode.
ENV PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "--min-semi-space-size=4", "--max-semi-space-size=4", "--initial-heap-size=48", "--heap-growing-percent=75", "--require", "./dist/preload.cjs", "dist/main.js"]
