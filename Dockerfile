# docker build -t copydesk . && docker run --rm -v "$PWD:/articles:ro" copydesk check . --no-config
FROM python:3.12-slim AS built
COPY . /source
RUN pip install --no-cache-dir --prefix /copydesk /source

FROM python:3.12-slim
COPY --from=built /copydesk /usr/local
RUN useradd --uid 1000 --create-home reader
USER 1000
WORKDIR /articles
ENTRYPOINT ["copydesk"]
CMD ["check", "."]
