using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Trials;

/// <summary>What decided stratum and eligibility stays as it was when a trial allocated the case.</summary>
internal static class FrozenFacts
{
    /// <returns>Null when the facts of the case may still change.</returns>
    public static Refusal? Of(AgreementState state) => state is { Referral.Allocation.Trial: not null }
        ? new Refusal.WrongState(
            RefusalCode.FactsFrozen,
            "The trial has allocated this case by its facts, so they stay as they are. If the person is not eligible after all, find them not eligible and say why.")
        : null;

    /// <summary>A name, a place or a crime number may still be corrected.</summary>
    public static Refusal? Of(AgreementState state, Person person, Offence offence)
    {
        var (knownPerson, knownOffence) = (state.Referral.Person, state.Referral.Offence);
        var same = (person.BornOn, person.Sex, person.District) == (knownPerson.BornOn, knownPerson.Sex, knownPerson.District)
            && knownOffence == offence with
            {
                Description = knownOffence.Description,
                CrimeNumber = knownOffence.CrimeNumber,
                Classification = knownOffence.Classification,
                LocalCode = knownOffence.LocalCode,
                Place = knownOffence.Place,
                Value = knownOffence.Value,
            };
        return same ? null : Of(state);
    }
}
