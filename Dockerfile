# The pages need Node.js to be built, and nothing but the program to be served.
FROM node:24.11.1-slim AS web
WORKDIR /source/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY schema ../schema
COPY web ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY schema schema
COPY src src
COPY web/src web/src
COPY --from=web /source/src/EcosystemGraph.Api/wwwroot src/EcosystemGraph.Api/wwwroot
RUN dotnet publish src/EcosystemGraph.Api -c Release -o /app

# The Debian image, which has ICU: folding a text needs Unicode's decompositions.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12
WORKDIR /app
COPY --from=build /app .
COPY seed-data seed-data
USER $APP_UID
EXPOSE 5080
HEALTHCHECK --interval=10s --timeout=12s --start-period=20s CMD ["dotnet", "EcosystemGraph.Api.dll", "health", "--url", "http://localhost:5080"]
ENTRYPOINT ["dotnet", "EcosystemGraph.Api.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
