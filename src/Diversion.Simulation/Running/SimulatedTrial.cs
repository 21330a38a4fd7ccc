using Diversion.Casework;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Trials;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Running;

/// <summary>A trial of a simulated programme: drafted and opened as a lead does it, before anybody is referred.</summary>
internal static class SimulatedTrial
{
    private static readonly string[] Sexes = ["female", "male", "other"];

    /// <summary>Everybody who becomes eligible in the first part of the recruitment is allocated.</summary>
    public static TrialProtocol ForSimulation(LocalDate from, LocalDate until, int target) => Protocol(
        "Simulated trial",
        from,
        until,
        target,
        new ProtocolFactor(StratumFact.RiskBand, ["low", "medium", "high"]),
        new ProtocolFactor(StratumFact.OffenceGroup, [.. OffenceKinds.All.Select(kind => kind.Group).Distinct()]),
        new ProtocolFactor(StratumFact.Sex, [.. Sexes]));

    /// <summary>About few cases, and one stratum: everybody else of the demo goes on as arranged.</summary>
    public static TrialProtocol ForDemo(LocalDate from) => Protocol(
        "Diversion after theft from vehicles (invented)",
        from,
        null,
        40,
        new ProtocolFactor(StratumFact.RiskBand, ["medium"]),
        new ProtocolFactor(StratumFact.OffenceGroup, [OffenceKinds.OfTrial.Group])) with
    {
        AsksResearchConsent = true,
    };

    /// <summary>The demo's earlier trial: everybody of these days who is eligible.</summary>
    public static TrialProtocol ForPast(LocalDate from, LocalDate until, int target) => Protocol(
        "Diversion of medium risk (invented)",
        from,
        until,
        target,
        new ProtocolFactor(StratumFact.RiskBand, ["medium"]),
        new ProtocolFactor(StratumFact.Sex, [.. Sexes]));

    public static async Task<OpenTrial> Open(Installation installation, string code, TrialProtocol protocol, Actor lead, Instant at, CancellationToken cancellation)
    {
        var id = new TrialId(code);
        await Do(installation, id, new TrialCommand.DraftTrial(protocol) { By = lead, At = at }, cancellation);
        await Do(installation, id, new TrialCommand.OpenTrial() { By = lead, At = at }, cancellation);
        return new OpenTrial(id, protocol);
    }

    /// <summary>Closes it and opens its seed.</summary>
    public static async Task Close(Installation installation, string code, string reason, Actor lead, Instant at, CancellationToken cancellation)
    {
        var id = new TrialId(code);
        await Do(installation, id, new TrialCommand.CloseTrial() { By = lead, At = at, Reason = reason }, cancellation);
        await Do(installation, id, new TrialCommand.UnsealTrial() { By = lead, At = at }, cancellation);
    }

    private static async Task Do(Installation installation, TrialId id, TrialCommand command, CancellationToken cancellation)
    {
        if (await installation.Trials.Execute(id, command, null, cancellation) is Outcome<TrialState>.Refused { Refusal: var refusal })
        {
            throw new InvalidOperationException($"The simulated trial was refused: {refusal.Message}");
        }
    }

    private static TrialProtocol Protocol(string title, LocalDate from, LocalDate? until, int target, params ProtocolFactor[] factors) => new(
        title,
        "Whether there is a proven reoffence within 12 months of the allocation.",
        [12, 24],
        [new ProtocolArm("programme", "The programme"), new ProtocolArm("control", "Usual processing", IsControl: true)],
        [.. factors],
        [4, 6, 8],
        target,
        from,
        until,
        "The trial is not stopped early for its results. A lead stops it when people come to harm.",
        "Everybody is analysed in the arm allocated. The shares of the arms are compared with Newcombe’s interval.",
        TreatmentRule.Signed,
        MasksInterim: true,
        AsksResearchConsent: false);
}
