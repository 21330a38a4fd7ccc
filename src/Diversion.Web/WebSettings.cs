using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Diversion.Web;

/// <summary>What the host hands to the web app. Keys are secrets of the installation, made once and kept.</summary>
public sealed class WebSettings
{
    public const int ShortestKey = 32;

    /// <param name="tokenKey">Signs and checks bearer tokens (HS256); at least 32 bytes. A new one ends every token.</param>
    /// <param name="pseudonymKey">Makes the pseudonyms that analysts see; at least 32 bytes. A new one breaks their series.</param>
    /// <exception cref="ArgumentException">A key is too short.</exception>
    public WebSettings(byte[] tokenKey, byte[] pseudonymKey)
    {
        if (tokenKey.Length < ShortestKey || pseudonymKey.Length < ShortestKey)
        {
            throw new ArgumentException($"A key is at least {ShortestKey} random bytes.", tokenKey.Length < ShortestKey ? nameof(tokenKey) : nameof(pseudonymKey));
        }

        TokenKey = tokenKey;
        PseudonymKey = pseudonymKey;
    }

    public byte[] TokenKey { get; }

    public byte[] PseudonymKey { get; }

    /// <summary>
    /// The host's authentication scheme for people with a browser; null when it has none, and the pages say so. Its
    /// principals carry the claims of <see cref="Access.Tokens.PrincipalOf"/>; it signs out, too. Challenged by a GET
    /// it sends the browser to sign in and back; challenged by anything else it answers 401 without a body, so that
    /// what somebody typed is shown to them again.
    /// </summary>
    public string? InteractiveScheme { get; init; }

    /// <summary>
    /// The scheme under which programs call the API. A host that takes anything but a token of the caller's own accord
    /// guards against other sites' pages itself: browsers send cookies unasked.
    /// </summary>
    public string ApiScheme { get; init; } = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>Times that one address may try to sign in within a minute.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>Searches that one person may make within a minute.</summary>
    public int SearchesPerMinute { get; init; } = 60;

    /// <summary>Heartbeat of the inbox stream, so that proxies keep it open.</summary>
    public TimeSpan StreamHeartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An inbox stream ends after this; the client comes again, and who it is is looked at again.</summary>
    public TimeSpan LongestStream { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Other processes change the same store and signal nothing here, so the inbox stream looks at every heartbeat.</summary>
    public bool HasSiblings { get; init; }
}
