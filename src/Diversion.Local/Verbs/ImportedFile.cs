using Diversion.Domain.Agreements;
using Diversion.Local.Faults;

namespace Diversion.Local.Verbs;

/// <summary>A file that is imported whole or not at all.</summary>
internal static class ImportedFile
{
    /// <summary>Whoever may write to the data folder; the account of the machine says who.</summary>
    public static Actor By => new("command-line", $"Command line ({Environment.UserName})", Role.ProgrammeLead);

    /// <param name="largest">In bytes.</param>
    /// <param name="what">What the file should be, in words: "boundary file".</param>
    public static byte[] Read(string path, int largest, string what)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > largest
                ? throw new CannotGoOnException(ExitCodes.Failed, $"{path} is larger than {largest / 1024 / 1024} MB, which no {what} is. Nothing was imported.")
                : File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CannotGoOnException(ExitCodes.WrongUsage, $"{path} cannot be read: {fault.Message}", fault);
        }
    }
}
