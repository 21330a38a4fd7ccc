using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Referral;

public sealed class PersonReadingTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);

    [Theory]
    [InlineData("20/9N", "2020/0000009N")]
    [InlineData("2020/0000009N", "2020/0000009N")]
    [InlineData("2020/0000009n", "2020/0000009N")]
    [InlineData("2020 / 9 N", "2020/0000009N")]
    [InlineData("20200000009N", "2020/0000009N")]
    [InlineData("200000009N", "2020/0000009N")]
    [InlineData("20-0000009N", "2020/0000009N")]
    [InlineData("２０／９Ｎ", "2020/0000009N")]
    [InlineData("20\u2215\u00A09N\u200B", "2020/0000009N")]
    public void A_PNC_id_is_kept_in_one_form(string typed, string kept) => Assert.Equal(kept, PncId.Read(typed, Today));

    [Theory]
    [InlineData("20/9M")]
    [InlineData("20/9")]
    [InlineData("2020/00000009N")]
    [InlineData("2027/0000009N")]
    [InlineData("N")]
    [InlineData("twenty/nine")]
    public void What_is_no_PNC_id_is_refused(string typed)
    {
        Assert.Null(PncId.Read(typed, Today));
        var refusal = new Case(Shipped.Checkpoint).When(Brought.Refer(person: People.Participant with { PncId = typed })).Refused(RefusalCode.PncIdInvalid);
        Assert.Contains("2020/0000009N", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("07700 900982")]
    [InlineData("0191 498 0001")]
    [InlineData("(0191) 498-0001")]
    [InlineData("01632 96001")]
    [InlineData("+44 7700 900982")]
    [InlineData("+44 (0)7700 900982")]
    [InlineData("0044 7700 900982")]
    [InlineData("+33 1 09 75 83 51")]
    [InlineData("00 353 1 496 0000")]
    [InlineData("0191 498 0001 ext 12")]
    [InlineData("0191 498 0001 x12")]
    public void Telephone_numbers_are_taken_as_people_write_them(string typed) => Assert.True(Telephone.IsOne(typed));

    [Theory]
    [InlineData("0")]
    [InlineData("12345")]
    [InlineData("7700 900982")]
    [InlineData("07700 900982 ask for Sam")]
    [InlineData("+1234567890123456")]
    [InlineData("+07700900982")]
    [InlineData("ask his mother")]
    [InlineData("0191 498 0001 ext")]
    public void What_is_no_telephone_number_is_refused_with_what_would_be_taken(string typed)
    {
        Assert.False(Telephone.IsOne(typed));
        var refusal = new Case(Shipped.Checkpoint).When(Brought.Refer(person: People.Participant with { Phone = typed })).Refused(RefusalCode.TelephoneInvalid);
        Assert.Contains("07700 900982", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W1", "W1")]
    [InlineData("w1", "W1")]
    [InlineData("White British", "W1")]
    [InlineData("White: Irish (W2)", null)]
    [InlineData("Not stated", "NS")]
    [InlineData("Any other White background", "W9")]
    [InlineData("O1", "O1")]
    [InlineData("N1", "N1")]
    [InlineData("Martian", null)]
    public void An_ethnicity_is_a_code_of_the_list_or_its_words(string typed, string? code)
    {
        Assert.Equal(code, Ethnicities.Read(typed));
        var agreement = new Case(Shipped.Checkpoint).When(Brought.Refer(person: People.Participant with { Ethnicity = typed }));
        if (code is null)
        {
            agreement.Refused(RefusalCode.EthnicityUnknown);
        }
        else
        {
            Assert.Equal(code, agreement.Then<ReferralEvent.Referred>().Person.Ethnicity);
        }
    }

    [Fact]
    public void The_list_that_is_offered_is_that_of_eighteen_and_not_stated() =>
        Assert.Equal(19, Ethnicities.All.Count(one => one.Offered));

    [Fact]
    public void A_value_from_an_earlier_version_does_not_fail_a_correction_of_something_else()
    {
        var old = (ReferralEvent.Referred)Brought.ToReferred().History[0];
        var state = Agreement.Evolve(null, old with { Person = old.Person with { Ethnicity = "Cornish", Phone = "ask his mother" } });
        var amend = new ReferralCommand.AmendReferral(state.Referral.Person with { Name = "Robin Sample" }, state.Referral.Offence)
        {
            By = People.Officer, At = Case.Time("2026-03-02"), Reason = "Misspelt.",
        };

        var decision = Agreement.Decide(state, amend, Shipped.Checkpoint);

        Assert.Null(decision.Refusal);
        Assert.Equal("Cornish", decision.State.Referral.Person.Ethnicity);
        Assert.Equal("Cornish", Ethnicities.InWords("Cornish"));
    }
}
