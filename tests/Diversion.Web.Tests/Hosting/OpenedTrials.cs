using Diversion.Casework.Streams;
using Diversion.Domain.Trials;
using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>A programme whose cases are allocated by a trial.</summary>
internal static class OpenedTrials
{
    /// <summary>A trial about theft at medium risk, with the code <c>pages</c>, that asks for consent to research.</summary>
    public static async Task OpenTrial(this TestApp app)
    {
        var protocol = new TrialProtocol(
            "A trial of the pages", "A proven reoffence.", [12], [new ProtocolArm("programme", "The programme"), new ProtocolArm("control", "Usual processing", IsControl: true)],
            [new ProtocolFactor(StratumFact.RiskBand, ["medium"]), new ProtocolFactor(StratumFact.OffenceGroup, ["theft"])], [4, 6], 40, new LocalDate(2026, 3, 1), null, "Not stopped.", "By arm.",
            TreatmentRule.Signed, MasksInterim: true, AsksResearchConsent: true);
        foreach (var command in (TrialCommand[])[new TrialCommand.DraftTrial(protocol), new TrialCommand.OpenTrial()])
        {
            Assert.IsType<Outcome<TrialState>.Accepted>(await app.Trials.Execute(new TrialId("pages"), command with { By = Staff.Lead, At = TestApp.Start }));
        }
    }
}
