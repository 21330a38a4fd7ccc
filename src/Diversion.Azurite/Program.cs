using Diversion.Azurite.Hosting;

return await AzuriteCommand.Run(args);
