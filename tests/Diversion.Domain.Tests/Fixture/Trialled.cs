using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>A trial of two arms in the strata of risk band, offence group and sex, and what it gives to cases.</summary>
internal static class Trialled
{
    public static readonly TrialId Id = new("test-trial");

    public static TrialProtocol Protocol { get; } = new(
        "Does diversion work?",
        "A proven reoffence within 12 months.",
        [12, 24],
        [new ProtocolArm("programme", "The programme"), new ProtocolArm("control", "Usual processing", IsControl: true)],
        [
            new ProtocolFactor(StratumFact.RiskBand, ["medium"]),
            new ProtocolFactor(StratumFact.OffenceGroup, ["theft", "criminal-damage"]),
            new ProtocolFactor(StratumFact.Sex, ["female", "male"]),
        ],
        [4, 6],
        100,
        new LocalDate(2026, 3, 1),
        new LocalDate(2026, 12, 31),
        "Not stopped early.",
        "By the arm allocated.",
        TreatmentRule.Signed,
        MasksInterim: true,
        AsksResearchConsent: false);

    public static OpenTrial Open { get; } = new(Id, Protocol);

    public static RulesInForce Rules(TrialProtocol? protocol = null) => Shipped.Checkpoint with { Trial = new OpenTrial(Id, protocol ?? Protocol) };

    /// <summary>As the case gets it when the trial has drawn.</summary>
    public static ReferralCommand.AllocateArm Drawn(TrialArm arm = TrialArm.Programme, string trial = "test-trial", string at = "2026-03-02 10:00") => new ReferralCommand.AllocateArm().With(
        new DrawnArm(trial, 7, arm, arm == TrialArm.Control ? "control" : "programme", "medium/theft/male", Case.Time(at)));
}
