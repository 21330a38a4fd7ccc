using Diversion.Domain.Referral;

namespace Diversion.Domain.Tests.Referral;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("07700 900982")]
    [InlineData("07700900982")]
    [InlineData(" +44 7700 900982 ")]
    [InlineData("+44 (0)7700 900982")]
    [InlineData("0044 7700-900-982")]
    public void A_mobile_number_is_read_from_any_form(string typed) => Assert.Equal("+447700900982", MobileNumber.Read(typed));

    [Theory]
    [InlineData("07624 900982", "+447624900982")]
    [InlineData("07911 123456", "+447911123456")]
    public void So_are_those_of_the_islands(string typed, string number) => Assert.Equal(number, MobileNumber.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ask his mother")]
    [InlineData("0191 498 0001")]
    [InlineData("07700 90098")]
    [InlineData("07700 9009822")]
    [InlineData("07000 900982")]
    [InlineData("07600 900982")]
    [InlineData("07700 900982 ext 3")]
    [InlineData("+33 7 00 90 09 82")]
    [InlineData("+1 770 090 0982")]
    [InlineData("٠٧٧٠٠٩٠٠٩٨٢")]
    public void Nothing_else_is_one(string? typed) => Assert.Null(MobileNumber.Read(typed));
}
