using NodaTime;

namespace Diversion.Casework.Schemes;

/// <summary>What the schema of a file of minimum wages can't express: oldest first, each day once, each the first of a month.</summary>
internal static class MinimumWageChecks
{
    public static void Run(Findings findings)
    {
        LocalDate? before = null;
        foreach (var path in findings.Items("$.rates").Select(rate => $"{rate}.from"))
        {
            if (findings.Date(path) is not { } from)
            {
                continue;
            }

            if (from.Day != 1)
            {
                findings.Fault(path, $"Give the first of a month, since hours are counted by month; found {from:uuuu-MM-dd}.");
            }

            if (from <= before)
            {
                findings.Fault(path, $"Give a later day than {before:uuuu-MM-dd}, which stands before it; found {from:uuuu-MM-dd}.");
            }

            before = from;
        }
    }
}
