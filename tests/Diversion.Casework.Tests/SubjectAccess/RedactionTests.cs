using Diversion.Casework.SubjectAccess;
using Diversion.Casework.Tests.Correspondence;
using Diversion.Domain.Agreements;
using Diversion.Domain.DataRights;

namespace Diversion.Casework.Tests.SubjectAccess;

/// <summary>Which words are left out of a text, whoever typed the marks.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("Ann", "Ann planned it with Joann.", "[left out: about somebody else] planned it with Joann.")]
    [InlineData("ann\r\nother", "He met Ann  Other.", "He met [left out: about somebody else].")]
    [InlineData(".*", "Everything stays, and .* goes.", "Everything stays, and [left out: about somebody else] goes.")]
    [InlineData("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")]
    [InlineData("$1", "It cost $1 or $10.", "It cost [left out: about somebody else] or $10.")]
    [InlineData("Ünal", "ÜNAL rang.", "[left out: about somebody else] rang.")]
    public void A_mark_is_found_as_it_is_typed_and_in_no_other_word(string mark, string text, string left) =>
        Assert.Equal(left, Of(new PassageMark(mark, MarkGround.AnotherPerson, "Lee Lead")).Apply(text));

    [Fact]
    public void A_longer_mark_comes_before_one_inside_it_and_says_its_own_reason() => Assert.Equal(
        "[left out: legal advice] [left out: about somebody else]",
        Of(new PassageMark("Ann", MarkGround.AnotherPerson, "Lee Lead"), new PassageMark("Counsel told Ann", MarkGround.LegalAdvice, "Lee Lead")).Apply("Counsel told Ann Ann"));

    private static Redaction Of(params PassageMark[] marks) => Redaction.Of(LifeOfACase.TakenBack().State, [], marks);
}
