FROM debian:bookworm-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PATH=/srv/68k/.venv/bin:$PATH

# The typefaces are for words in drawings (SVG), which are left out without any, and for text as pictures (those of Noto
# take 130 MB, most of it for Chinese, Japanese and Korean; without them that is not offered).
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      python3-venv fonts-dejavu-core fonts-noto-core fonts-noto-cjk \
 && rm -rf /var/lib/apt/lists/*

# An account of its own, by a name that Debian has not given away, and one folder that it may write to.
RUN useradd --uid 6800 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin news68k \
 && mkdir -p /srv/68k /var/lib/news68k \
 && chown news68k:news68k /var/lib/news68k
WORKDIR /srv/68k

# The packages change less often than the code, so they have a layer of their own.
COPY requirements.txt .
RUN python3 -m venv .venv && .venv/bin/pip install --disable-pip-version-check -r requirements.txt

COPY config.py gunicorn.conf.py serve.py wsgi.py ./
COPY templates templates
COPY app app
# A checkout may be its owner's alone to read.
RUN chmod -R a+rX *.py app templates && .venv/bin/python -m compileall -q *.py app

USER news68k
ENV PORT=8080 NEWS68K_STORE_URL=sqlite:////var/lib/news68k/68k.sqlite3
VOLUME /var/lib/news68k
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', timeout=4)"]
CMD ["python", "serve.py"]
