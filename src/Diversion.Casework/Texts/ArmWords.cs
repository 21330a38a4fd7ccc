using Diversion.Domain.Referral;

namespace Diversion.Casework.Texts;

/// <summary>What an arm is called within a sentence.</summary>
public static class ArmWords
{
    public static string Of(TrialArm arm) => arm == TrialArm.Control ? "usual processing" : "the programme";
}
