# An image with nothing in it but the program, certificates and time zones.
#
#   docker build -t terminbote .
#   podman build --format docker -t terminbote .   (OCI's format knows no HEALTHCHECK; buildah alike)

# sh tools/pin.sh puts the digest of the image behind its tag.
FROM golang:1.26.8-bookworm AS build
WORKDIR /src

# The libraries first: they change seldom, and then this layer stays.
COPY go.mod go.sum ./
RUN go mod download

COPY . .
# No C library is in the image to link to, and no git to take a revision from.
ARG VERSION=
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags="-s -w -X terminbote/command.release=$VERSION" -o /out/terminbote .
RUN echo 'terminbote:x:10001:10001:Terminbote:/:/nonexistent' >/out/passwd \
 && echo 'terminbote:x:10001:' >/out/group

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build /out/passwd /out/group /etc/
COPY --from=build /out/terminbote /terminbote

# By number, so that an orchestrator can see that it is not root.
USER 10001:10001
EXPOSE 8080
# Lives, not ready: while the database or Telegram is away, a restart helps nobody.
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["/terminbote", "healthcheck"]
ENTRYPOINT ["/terminbote"]
CMD ["serve"]
