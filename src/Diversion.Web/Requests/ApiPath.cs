using Microsoft.AspNetCore.Http;

namespace Diversion.Web.Requests;

/// <summary>Addresses of which every caller is a program.</summary>
internal static class ApiPath
{
    public static bool Is(PathString path) =>
        IsDoubled(path) || path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    /// <summary>A client that joins an address from parts, each with a slash of its own.</summary>
    public static bool IsDoubled(PathString path) => path.Value?.StartsWith("//api", StringComparison.OrdinalIgnoreCase) == true;
}
