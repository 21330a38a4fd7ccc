using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Domain.Reading;

namespace Diversion.Web.Portal;

/// <summary>Cases and people keep the id of a team; what it is called can change.</summary>
public sealed class TeamNames(Rulebook rulebook)
{
    /// <returns>Null for no team; the id of a team that the directory does not have.</returns>
    public string? Of(string? id) => id is null ? null : rulebook.Programme.TeamNames.GetValueOrDefault(id, id);

    /// <returns>The id of the team that is called so; what was typed, where none is.</returns>
    public string? IdOf(string? typed) =>
        typed is null ? null : rulebook.Programme.TeamNames.FirstOrDefault(team => ReferenceText.Key(team.Value) == ReferenceText.Key(typed)).Key ?? typed;
}
