using System.Data.Common;

namespace Diversion.Functions.Azure.Settings;

/// <summary>A connection string of Azurite on this machine.</summary>
internal static class EmulatorConnection
{
    /// <param name="endpoint">The part that must be there and be of this machine, unless the string is the emulator's short form.</param>
    public static bool IsOne(string connection, string endpoint)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.TryGetValue(endpoint, out var written)
                ? Uri.TryCreate((string)written, UriKind.Absolute, out var address) && address.IsLoopback
                : parts.Count == 1 && parts.TryGetValue("UseDevelopmentStorage", out var emulator) && string.Equals((string)emulator, "true", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
