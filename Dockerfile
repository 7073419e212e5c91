# Askwell in one container: one process, not root, a read-only root. Only /data is written.
#   docker build -t askwell .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -v askwell:/data -p 8000:8000 \
#     -e ASKWELL_PUBLIC_URL=https://ask.example.org askwell
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
COPY requirements/build.txt requirements/run.txt requirements/
RUN --mount=type=cache,target=/root/.cache/pip \
    python3 -m venv /build && /build/bin/pip install -q --require-hashes -r requirements/build.txt \
 && python3 -m venv --without-pip /askwell \
 && /build/bin/pip --python /askwell/bin/python install -q --require-hashes -r requirements/run.txt
COPY pwa/package.json pwa/package-lock.json pwa/.npmrc pwa/
RUN --mount=type=cache,target=/root/.npm \
    cd pwa && PATH="/build/bin:$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
COPY pyproject.toml README.md LICENSE ./
COPY api api
COPY migrations migrations
COPY pwa pwa
RUN cd pwa && PATH="/build/bin:$PATH" npm run --silent build -- --logLevel warn
RUN /build/bin/pip wheel -q --no-build-isolation --no-deps -w /wheels . \
 && /build/bin/pip --python /askwell/bin/python install -q --no-deps --no-index /wheels/askwell-*.whl

FROM ${PYTHON_IMAGE}
COPY --from=build /askwell /askwell
# Nothing is installed in the running service: the base image's own pip goes too. The base brings its library as
# source; on a read-only root it would be compiled at every start and every health check.
RUN rm -rf /usr/local/bin/pip* /usr/local/lib/python3.*/site-packages/pip* /usr/local/lib/python3.*/ensurepip \
 && python3 -m compileall -q "$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')" \
 && mkdir /data && chown 10001:10001 /data
USER 10001:10001
ENV ASKWELL_DATA_DIR=/data PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
VOLUME /data
EXPOSE 8000
# /healthz writes a row and reads it back: a full or read-only disk is not healthy.
# The command has to start first, which takes seconds on a busy machine; the question itself gives up after four.
HEALTHCHECK --interval=30s --timeout=15s --start-period=20s \
    CMD ["/askwell/bin/askwell", "health", "--port", "8000"]
# As process 1 it hears SIGTERM only once it serves; Python hears SIGINT from its first moment.
STOPSIGNAL SIGINT
ENTRYPOINT ["/askwell/bin/askwell"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
