namespace Diversion.Benchmarks.Measuring;

/// <summary>Private memory of a process: pages of files that the system may reclaim at any time are not counted.</summary>
internal static class Memory
{
    public static long Own(int? process = null) => Kilobytes(process, "RssAnon:") * 1024;

    /// <summary>All resident memory, including mapped program files.</summary>
    public static long Resident(int? process = null) => Kilobytes(process, "VmRSS:") * 1024;

    private static long Kilobytes(int? process, string field)
    {
        var status = $"/proc/{(process is { } id ? $"{id}" : "self")}/status";
        return File.Exists(status) && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } found
            ? long.Parse(found[field.Length..].Replace("kB", "", StringComparison.Ordinal), System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite, null)
            : 0;
    }
}
