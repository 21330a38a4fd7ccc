using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Diversion.Web.Settings;

/// <summary>What the host passes to the web app. Keys are secrets of the installation, made once and kept.</summary>
public sealed class WebSettings
{
    public const int ShortestKey = 32;

    /// <param name="tokenKey">Signs and checks bearer tokens (HS256); at least 32 bytes. A new one invalidates every token.</param>
    /// <param name="pseudonymKey">Makes the pseudonyms that analysts see; at least 32 bytes. A new one changes all of them.</param>
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
    /// principals carry the claims of <see cref="Access.Tokens.PrincipalOf"/>; it also signs out. Challenged by a GET, it
    /// sends the browser to sign in and back; challenged by anything else, it answers 401 without a body, so that what
    /// somebody typed is shown to them again.
    /// </summary>
    public string? InteractiveScheme { get; init; }

    /// <summary>
    /// The scheme under which programs call the API. If a host accepts anything but a token that the caller adds
    /// deliberately, it must guard against other sites' pages itself: browsers send cookies unasked.
    /// </summary>
    public string ApiScheme { get; init; } = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>
    /// Origins of the identity provider. A form of ours may lead there (signing out, or a form sent after the session had
    /// ended), and browsers follow a form only to where the page's policy allows.
    /// </summary>
    public IReadOnlyList<string> SignInOrigins { get; init; } = [];

    /// <summary>What GOV.UK Notify sends with delivery receipts and replies; null where it sends none, and nobody else may.</summary>
    public string? NotifyToken { get; init; }

    /// <summary>Sign-in attempts per address and minute; as many votes and nominations of the public.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>Searches per person and minute.</summary>
    public int SearchesPerMinute { get; init; } = 60;

    /// <summary>Heartbeat of the inbox stream, so that proxies keep it open.</summary>
    public TimeSpan StreamHeartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An inbox stream ends after this time; the client reconnects and is authenticated again.</summary>
    public TimeSpan LongestStream { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Other processes change the same store without a signal here, so the inbox stream checks at every heartbeat.</summary>
    public bool HasSiblings { get; init; }
}
