namespace Diversion.Benchmarks.Measuring;

/// <summary>Memory of a process that is its own: pages of files that the system may take back at any time are not counted.</summary>
internal static class Memory
{
    public static long Own(int? process = null) => Kilobytes(process, "RssAnon:") * 1024;

    /// <summary>All that is resident, mapped program files included.</summary>
    public static long Resident(int? process = null) => Kilobytes(process, "VmRSS:") * 1024;

    private static long Kilobytes(int? process, string field)
    {
        var status = $"/proc/{(process is { } id ? $"{id}" : "self")}/status";
        return File.Exists(status) && File.ReadLines(status).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal)) is { } found
            ? long.Parse(found[field.Length..].Replace("kB", "", StringComparison.Ordinal), System.Globalization.NumberStyles.AllowLeadingWhite | System.Globalization.NumberStyles.AllowTrailingWhite, null)
            : 0;
    }
}
