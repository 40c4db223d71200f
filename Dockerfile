FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1

# The typefaces of words in drawings (SVG); without any, such words are left out.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core && rm -rf /var/lib/apt/lists/*

# An account of its own, and one folder it may write to.
RUN useradd --system --uid 6800 --home-dir /srv/68k --no-create-home news \
 && mkdir -p /srv/68k /var/lib/68k \
 && chown news /var/lib/68k
WORKDIR /srv/68k

# The packages change less often than the code, so they have a layer of their own.
COPY requirements.txt .
RUN pip install --disable-pip-version-check -r requirements.txt

COPY config.py gunicorn.conf.py wsgi.py ./
COPY templates templates
COPY app app

USER news
ENV PORT=8080 NEWS68K_STORE_URL=sqlite:////var/lib/68k/68k.sqlite3
VOLUME /var/lib/68k
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', timeout=4)"]
CMD ["gunicorn", "wsgi:app"]
