using System.CommandLine;

namespace Diversion.Local.Verbs;

internal static class ImportVerb
{
    public static Verb Make() => new(new Command("import", "x"));
}
