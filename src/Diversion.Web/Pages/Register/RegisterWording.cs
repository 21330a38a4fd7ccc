using Diversion.Casework.Access;
using Diversion.Casework.Record;
using Diversion.Casework.Register;
using Diversion.Domain;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Enrol;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Register;

/// <summary>Which cases of the register are shown, in words that others understand as well.</summary>
internal static class RegisterWording
{
    /// <summary>"All cases. Status: Active. Referred from: 1 March 2026".</summary>
    public static string Of(AccessPolicy.RegisterVisibility visible, RegisterFilter filter, RegisterChoices choices) =>
        string.Join(". ", Narrowed(filter, choices).Prepend(Seen(visible, choices)));

    private static string Seen(AccessPolicy.RegisterVisibility visible, RegisterChoices choices) => visible switch
    {
        { Pseudonymised: true } => "All cases, under pseudonyms",
        { TellsWhose: true } => "All cases",
        { Team: { } team } => $"Cases of the team {choices.TeamName(team)}",
        _ => "Own cases",
    };

    private static IEnumerable<string> Narrowed(RegisterFilter filter, RegisterChoices choices)
    {
        if (filter.Status is { } status)
        {
            yield return $"Status: {Labels.Of(status).Text}";
        }

        if (filter.WaitsForOutcome)
        {
            yield return "Outcome of the case: not recorded yet";
        }

        if (filter.RiskBand is { } band)
        {
            yield return $"Risk band: {RiskBands.InWords(band)}";
        }

        if (filter.OffenceGroup is { } group)
        {
            yield return $"Offence group: {OffenceGroups.InWords(group)}";
        }

        if (filter.Scheme is { } scheme)
        {
            yield return $"Scheme: {Named(choices.Schemes, scheme)}";
        }

        if (filter.Worker is { } worker)
        {
            yield return $"Key worker: {Named(choices.Workers, worker)}";
        }

        if (filter.Team is { } team)
        {
            yield return $"Police team: {choices.TeamName(team)}";
        }

        if (filter.From is { } from)
        {
            yield return $"Referred from: {Words.Date(from)}";
        }

        if (filter.To is { } to)
        {
            yield return $"Referred until: {Words.Date(to)}";
        }
    }

    private static string Named(IEnumerable<Choice> choices, string value) => choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? value;
}
