using Diversion.Local.Verbs;

return await CommandLine.Run(args);
