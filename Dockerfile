# Huozi in an image: rootless, nothing fetched when it runs.
#
#   docker build -t huozi .
#   docker run --rm -v "$PWD:/repo:ro" -v "$PWD/build:/out" --user "$(id -u)" huozi ci --output /out/ci
#
# The journal's repository is mounted at /repo, read only where nothing is to be written into it. The base is one patch
# version, so that the same sources make the same image; raise both lines together.
FROM python:3.13.7-slim-trixie AS made
COPY . /src
RUN sh /src/ci/install /opt/huozi

FROM python:3.13.7-slim-trixie
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/*
# git reads what is mounted, whoever owns it
RUN git config --system --add safe.directory /repo \
    && useradd --no-create-home --uid 10001 huozi
COPY --from=made /opt/huozi /opt/huozi
ENV PATH=/opt/huozi/bin:$PATH LANG=C.UTF-8 PYTHONUTF8=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
USER 10001
WORKDIR /repo
ENTRYPOINT ["huozi"]
CMD ["--help"]
