using Diversion.Azurite.Hosting;
using Diversion.Azurite.Moving;

return args is ["azure", .. var verb] ? await AzureCommand.Run(verb) : await AzuriteCommand.Run(args);
