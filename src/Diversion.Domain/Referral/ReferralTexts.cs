using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

internal static class ReferralTexts
{
    /// <summary>Names that look the same are equal.</summary>
    public static Person? Kept(Person? person) => person is null ? null : person with
    {
        Name = person.Name is null ? null! : PlainText.WithoutInvisible(person.Name),
        Email = EmailAddress.Kept(person.Email),
        Phone = ReferenceText.CleanOrNull(person.Phone),
        PncId = ReferenceText.CleanOrNull(person.PncId),
        CroNumber = ReferenceText.CleanOrNull(person.CroNumber),
        ProbationNumber = ReferenceText.CleanOrNull(person.ProbationNumber),
        Aliases = PlainText.Clean(person.Aliases ?? "", lines: true) is { Length: > 0 } aliases ? aliases : null,
    };

    public static void Inspect(TextInspection texts, Person? person, Offence? offence)
    {
        texts.Line("person.name", person?.Name, required: true);
        texts.Line("person.ethnicity", person?.Ethnicity);
        texts.Prose("person.address", person?.Address);
        texts.Line("person.ward", person?.Ward);
        texts.Line("person.district", person?.District);
        texts.Email("person.email", person?.Email);
        texts.Line("person.phone", person?.Phone);
        texts.Line("person.pncId", person?.PncId);
        texts.Line("person.croNumber", person?.CroNumber);
        texts.Line("person.probationNumber", person?.ProbationNumber);
        texts.Prose("person.aliases", person?.Aliases);
        texts.Line("person.perceivedEthnicity", person?.PerceivedEthnicity);
        Inspect(texts, offence);
    }

    public static void Inspect(TextInspection texts, Offence? offence)
    {
        texts.Prose("offence.description", offence?.Description, required: true);
        texts.Line("offence.group", offence?.Group, required: true);
        texts.Line("offence.district", offence?.District);
        texts.Line("offence.crimeNumber", offence?.CrimeNumber);
        texts.Line("offence.classification", offence?.Classification);
        texts.Line("offence.localCode", offence?.LocalCode);
        texts.Line("offence.place", offence?.Place);
    }
}
