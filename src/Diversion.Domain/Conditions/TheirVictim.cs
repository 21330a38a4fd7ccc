using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Conditions;

/// <summary>A condition that is for a victim is for one, who is named by number where the case has several.</summary>
internal static class TheirVictim
{
    /// <param name="what">The condition, as the start of a sentence.</param>
    /// <param name="number">Null for the only victim.</param>
    public static Refusal? Check(string what, int? number, VictimsState victims) => victims.All switch
    {
        [] => new Refusal.RuleForbids(RefusalCode.VictimNone, $"{what} needs a victim. Record the victim, or choose another condition."),
        _ when victims.Find(number) is not null => null,
        _ when number is null => new Refusal.Invalid(RefusalCode.VictimUnknown, $"{what} is for one victim, and the case has {victims.All.Length}. Choose which."),
        _ => new Refusal.Unknown(RefusalCode.VictimUnknown, $"The case has no victim of that number. {what} is for a victim of the case: see the victims there."),
    };
}
