using Diversion.Local.Storage;
using Diversion.Local.Verbs;

OwnerOnly.FromNowOn();
return await CommandLine.Run(args);
