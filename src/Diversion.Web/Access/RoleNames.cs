using System.Collections.Frozen;
using Diversion.Domain.Agreements;

namespace Diversion.Web.Access;

/// <summary>Role names in tokens and on the command line. The clock has no name here: nobody can sign in as the clock.</summary>
public static class RoleNames
{
    private static readonly FrozenDictionary<string, Role> ByName = new Dictionary<string, Role>
    {
        ["police-officer"] = Role.PoliceOfficer,
        ["sergeant"] = Role.Sergeant,
        ["key-worker"] = Role.KeyWorker,
        ["team-manager"] = Role.TeamManager,
        ["programme-lead"] = Role.ProgrammeLead,
        ["provider"] = Role.Provider,
        ["facilitator"] = Role.Facilitator,
        ["analyst"] = Role.Analyst,
        ["panel-member"] = Role.PanelMember,
        ["supervisor"] = Role.Supervisor,
        ["feed"] = Role.Feed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Role, string> ByRole = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyList<string> All { get; } = [.. ByRole.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    public static Role? Parse(string? name) => name is not null && ByName.TryGetValue(name, out var role) ? role : null;

    /// <exception cref="ArgumentException">The clock.</exception>
    public static string Of(Role role) =>
        ByRole.TryGetValue(role, out var name) ? name : throw new ArgumentException("Nobody signs in as the clock.", nameof(role));
}
