using Diversion.Domain.Agreements;

namespace Diversion.Domain.Referral;

internal static class ReferralTexts
{
    public static void Inspect(TextInspection texts, Person? person, Offence? offence)
    {
        texts.Line("person.name", person?.Name, required: true);
        texts.Line("person.ethnicity", person?.Ethnicity);
        texts.Prose("person.address", person?.Address);
        texts.Line("person.ward", person?.Ward);
        texts.Line("person.district", person?.District);
        texts.Line("person.email", person?.Email);
        texts.Line("person.phone", person?.Phone);
        texts.Line("person.pncId", person?.PncId);
        texts.Prose("offence.description", offence?.Description, required: true);
        texts.Line("offence.group", offence?.Group, required: true);
        texts.Line("offence.district", offence?.District);
    }
}
