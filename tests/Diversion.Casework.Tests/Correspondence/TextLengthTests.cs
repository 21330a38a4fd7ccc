using Diversion.Casework.Correspondence;

namespace Diversion.Casework.Tests.Correspondence;

public sealed class TextLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello", 5)]
    [InlineData("à la carte £5", 13)]
    [InlineData("{5€}", 7)]
    [InlineData("a\nb", 3)]
    public void It_is_counted_in_the_gsm_alphabet_where_some_characters_count_twice(string text, int length) => Assert.Equal(length, TextLength.InGsm(text));

    [Theory]
    [InlineData("ŵ")]
    [InlineData("can’t")]
    [InlineData("–")]
    [InlineData("🙂")]
    [InlineData("`")]
    public void Any_other_character_makes_it_a_text_of_another_alphabet(string text) => Assert.Null(TextLength.InGsm(text));

    [Theory]
    [InlineData('a', 160, true)]
    [InlineData('a', 161, false)]
    [InlineData('€', 80, true)]
    [InlineData('€', 81, false)]
    [InlineData('ŵ', 70, true)]
    [InlineData('ŵ', 71, false)]
    public void One_message_has_160_of_the_one_and_70_of_the_other(char c, int count, bool fits) => Assert.Equal(fits, TextLength.IsOneMessage(new string(c, count)));
}
