using Azure.Core;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<FunctionMeasuring>();

// A test, which knows our services, checks that all of them can be built; the worker's own services were registered without that check.
builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true }));

var settings = AppSettings.Read(builder.Configuration, AppContext.BaseDirectory);
var identity = new Lazy<TokenCredential>(() => AzureIdentity.Of(builder.Configuration));
builder.Services.AddAdapters(builder.Configuration, settings.Platform, () => identity.Value);
builder.Services.AddCasework(settings.Rulebook);
builder.Services.AddWeb(settings);
builder.Services.AddKeys(settings.KeyOfKeys, settings.PseudonymKey, () => identity.Value);
builder.Services.AddTelemetry(builder.Configuration, settings.Platform.IsAzure ? () => identity.Value : null);
builder.Services.AddHostedService<Start>();
await builder.Build().RunAsync();
