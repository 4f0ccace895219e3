FROM mcr.microsoft.com/dotnet/sdk:10.0.401 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props .editorconfig ./
COPY schema schema
COPY src src
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
