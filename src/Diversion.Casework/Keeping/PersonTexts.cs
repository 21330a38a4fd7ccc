using Diversion.Domain.Agreements;

namespace Diversion.Casework.Keeping;

/// <summary>By what a copy outside the store is recognised as one of the person.</summary>
internal static class PersonTexts
{
    /// <summary>Whatever is shorter would be found in texts about others.</summary>
    private const int Shortest = 6;

    public static ErasedPerson Of(AgreementState state, IEnumerable<string> messages)
    {
        var person = state.Referral.Person;
        string?[] texts =
        [
            state.Id.Value, person.Name, person.PncId, person.CroNumber, person.ProbationNumber, person.Email, person.Phone, state.Referral.CustodyReference,
            .. (person.Aliases ?? "").Split('\n'),
            .. state.Referral.Offences.Select(one => one.Offence.CrimeNumber),
            .. state.Victims.All.Select(victim => victim.Details.Name),
        ];
        return new ErasedPerson(
            state.Id.Value, [.. messages], [.. texts.Select(text => text?.Trim()).OfType<string>().Where(text => text.Length >= Shortest).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
