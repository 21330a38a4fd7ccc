using Diversion.Domain.Agreements;
using Diversion.Domain.Services;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Services;

/// <summary>What of a case matters for the choice of a service.</summary>
public static class PersonFacts
{
    public static ServicePerson Of(AgreementState state, LocalDate today)
    {
        var person = state.Referral.Person;
        return new ServicePerson(
            person.Sex,
            Anniversary.YearsBetween(person.BornOn, today),
            person.Ward,
            person.District,
            [.. state.Referral.Offences.Select(one => one.Offence.Group).Distinct(StringComparer.Ordinal)],
            state.Referral.Circumstances.Language);
    }
}
