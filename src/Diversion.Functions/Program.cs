using Azure.Core;
using Diversion.Functions.Azure.Settings;
using Diversion.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// That all of it can be built is checked by a test, which knows our services; the worker's own were made without that check.
builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true }));

var settings = AppSettings.Read(builder.Configuration, AppContext.BaseDirectory);
var identity = new Lazy<TokenCredential>(() => AzureIdentity.Of(builder.Configuration));
builder.Services.AddAdapters(builder.Configuration, settings.Platform, () => identity.Value);
builder.Services.AddCasework(settings.Rulebook);
builder.Services.AddWeb(settings);
builder.Services.AddKeys(settings.KeyOfKeys, () => identity.Value);
builder.Services.AddHostedService<Start>();
await builder.Build().RunAsync();
