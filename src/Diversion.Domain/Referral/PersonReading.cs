using Diversion.Domain.Agreements;

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
        };
        if (read.Phone is { } phone && phone != known?.Phone && !Telephone.IsOne(phone))
        {
            return new Refusal.Invalid(RefusalCode.TelephoneInvalid, $"{Telephone.WouldTake}.");
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
