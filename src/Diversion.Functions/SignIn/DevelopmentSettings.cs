using Diversion.Domain.Agreements;
using Diversion.Functions.Azure.Settings;
using Diversion.Web.Access;
using Diversion.Web.Settings;

namespace Diversion.Functions.SignIn;

/// <summary>How to sign in on a developer's machine, where no platform signs people in.</summary>
/// <param name="TokenKey">Checks bearer tokens, as on the one-process host; null when no token is accepted.</param>
/// <param name="Person">The person that every browser on the machine is signed in as; null for nobody.</param>
public sealed record DevelopmentSettings(byte[]? TokenKey, Actor? Person)
{
    private const string TokenKeyName = "Development:TokenKey";
    private const string PersonName = "Development:Person";

    internal static DevelopmentSettings? Read(SettingsReader reader, Platform platform)
    {
        var key = reader.Optional(TokenKeyName);
        var person = reader.Optional(PersonName);
        if (!platform.IsAzure)
        {
            return new DevelopmentSettings(reader.Key(TokenKeyName, WebSettings.ShortestKey, key), person is null ? null : PersonOf(reader, person));
        }

        foreach (var name in new[] { (TokenKeyName, key), (PersonName, person) }.Where(setting => setting.Item2 is not null).Select(setting => setting.Item1))
        {
            reader.Fault(name, "for a developer's machine only, and this is Azure. Take it away: people sign in with App Service Authentication.");
        }

        return null;
    }

    private static Actor? PersonOf(SettingsReader reader, string text)
    {
        string?[] parts = [.. text.Split(':', StringSplitOptions.TrimEntries).Select(part => part.Length == 0 ? null : part)];
        if (parts is [var roleName, { } id, { } name, .. var rest] && rest.Length <= 2 && RoleNames.Parse(roleName) is { } role)
        {
            return new Actor(id, name, role, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1));
        }

        reader.Fault(
            PersonName, $"expected ROLE:ID:NAME, then if need be :TEAM:ORGANISATION, such as programme-lead:lead:Programme lead. Roles: {string.Join(", ", RoleNames.All)}.");
        return null;
    }
}
