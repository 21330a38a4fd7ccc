using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>What one file can't express: each version of a scheme occurs once, and later versions begin later.</summary>
internal static class VersionChecks
{
    public static IEnumerable<SchemeFault> Run(IEnumerable<Findings> files)
    {
        var named = files
            .Select(file => (file.File, Name: file.Text("$.name"), Version: file.Number("$.version"), From: file.Date("$.effectiveFrom")))
            .Where(file => file is { Name: not null, Version: not null });
        foreach (var scheme in named.GroupBy(file => file.Name!))
        {
            var versions = scheme.GroupBy(file => file.Version!.Value).OrderBy(version => version.Key).ToArray();
            foreach (var version in versions)
            {
                var first = version.First();
                foreach (var again in version.Skip(1))
                {
                    yield return new SchemeFault(again.File, "$.version", $"{scheme.Key} version {version.Key} is also in {first.File}: give one of them another version.");
                }
            }

            foreach (var (earlier, later) in versions.Zip(versions.Skip(1), (one, next) => (one.First(), next.First())))
            {
                if (earlier.From is { } before && later.From is { } after && after <= before)
                {
                    yield return new SchemeFault(later.File, "$.effectiveFrom", Reason(earlier.Version!.Value, before, after));
                }
            }
        }
    }

    private static string Reason(int earlier, LocalDate before, LocalDate after) =>
        $"Give a day after {before:uuuu-MM-dd}, when version {earlier} begins; found {after:uuuu-MM-dd}.";
}
