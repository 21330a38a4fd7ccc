using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <summary>Ids, codes and numbers of a person, read from any common form and stored in one.</summary>
internal static class PersonReading
{
    /// <param name="known">As recorded so far: unchanged values are not checked again, so that texts from earlier versions stay.</param>
    /// <param name="read">The person as it is to be stored.</param>
    public static Refusal? Read(Person person, Person? known, LocalDate today, out Person read)
    {
        read = person with
        {
            Email = Given(person.Email),
            Phone = Given(person.Phone),
            Ethnicity = Given(person.Ethnicity),
            PncId = Given(person.PncId),
            CroNumber = Given(person.CroNumber),
            ProbationNumber = Given(person.ProbationNumber),
            Aliases = Given(person.Aliases),
            PerceivedEthnicity = Given(person.PerceivedEthnicity),
            NoFixedAddress = person.NoFixedAddress == true ? true : null,
        };
        if (read is { NoFixedAddress: true, Address: not null })
        {
            return new Refusal.Invalid(RefusalCode.AddressContradicts, "Give an address, or say that the person has no fixed address. Leave out one of the two.");
        }

        if (read.Phone is { } phone && phone != known?.Phone && !Telephone.IsOne(phone))
        {
            return new Refusal.Invalid(RefusalCode.TelephoneInvalid, $"{Telephone.WouldTake}.");
        }

        if (read.TextConsent && MobileNumber.Read(read.Phone) is null && (known is not { TextConsent: true } || read.Phone != known.Phone))
        {
            return new Refusal.Invalid(RefusalCode.MobileNeeded, $"{MobileNumber.WouldTake}. Or record that the person did not agree to texts.");
        }

        if (read.Ethnicity is { } ethnicity && ethnicity != known?.Ethnicity)
        {
            if (Ethnicities.Read(ethnicity) is not { } code)
            {
                return new Refusal.Invalid(
                    RefusalCode.EthnicityUnknown, $"{Ethnicities.WouldTake}. The codes: {string.Join(", ", Ethnicities.All.Where(one => one.Offered).Select(one => one.Code))}.");
            }

            read = read with { Ethnicity = code };
        }

        if (read.PerceivedEthnicity is { } perceived && perceived != known?.PerceivedEthnicity)
        {
            if (Ethnicities.Read(perceived) is not { } seen)
            {
                return new Refusal.Invalid(RefusalCode.EthnicityUnknown, $"{Ethnicities.WouldTake}.");
            }

            read = read with { PerceivedEthnicity = seen };
        }

        if (read.CroNumber is { } cro && cro != known?.CroNumber)
        {
            var number = CroNumber.Read(cro);
            if (!number.IsRead)
            {
                return new Refusal.Invalid(RefusalCode.CroNumberInvalid, $"Enter {CroNumber.Form}.");
            }

            read = read with { CroNumber = number.Value };
        }

        if (read.ProbationNumber is { } typed && typed != known?.ProbationNumber)
        {
            var number = ProbationNumber.Read(typed);
            if (!number.IsRead)
            {
                return new Refusal.Invalid(RefusalCode.ProbationNumberInvalid, $"Enter {ProbationNumber.Form}.");
            }

            read = read with { ProbationNumber = number.Value };
        }

        if (read.PncId is { } written && written != known?.PncId)
        {
            if (PncId.Read(written, today) is not { } id)
            {
                return new Refusal.Invalid(RefusalCode.PncIdInvalid, $"{PncId.WouldTake}.");
            }

            read = read with { PncId = id };
        }

        return null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
