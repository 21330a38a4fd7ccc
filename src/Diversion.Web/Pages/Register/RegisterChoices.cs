using Diversion.Casework;
using Diversion.Casework.Eligibility;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Pages.Enrol;
using Diversion.Web.Wording;
using NodaTime;

namespace Diversion.Web.Pages.Register;

/// <summary>What the register can be filtered by.</summary>
public sealed class RegisterChoices(Rulebook rulebook, ReferralChoicesQuery referrals, TeamNames teams)
{
    public static IReadOnlyList<Choice> Statuses { get; } =
        [.. Enum.GetValues<AgreementStatus>().Select(status => new Choice($"{status}", Labels.Of(status).Text))];

    public static IReadOnlyList<Choice> Outcomes { get; } = [new(RegisterPage.Waiting, "Not recorded yet")];

    public IReadOnlyList<Choice> Schemes { get; } =
        [.. rulebook.Schemes.Names.Select(name => new Choice(name, rulebook.Schemes.All.First(version => version.Name == name).Title))];

    public IReadOnlyList<Choice> Workers => [.. rulebook.Programme.Staff.KeyWorkers.Select(worker => new Choice(worker.Id, worker.Name))];

    public string? TeamName(string id) => teams.Of(id);

    public IReadOnlyList<Choice> Offences(Instant now, string? chosen) => OffenceGroups.Choices(referrals.Of(now), chosen);
}
