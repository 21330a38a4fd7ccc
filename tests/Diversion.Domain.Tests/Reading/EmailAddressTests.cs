using Diversion.Domain.Reading;

namespace Diversion.Domain.Tests.Reading;

/// <summary>The cases are those that GOV.UK Notify decides (alphagov/notifications-utils), and those of case 07.</summary>
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("email@domain.com")]
    [InlineData("email@domain.COM")]
    [InlineData("firstname.lastname@domain.com")]
    [InlineData("firstname.o'lastname@domain.com")]
    [InlineData("email@subdomain.domain.com")]
    [InlineData("firstname+lastname@domain.com")]
    [InlineData("1234567890@domain.com")]
    [InlineData("email@domain-one.com")]
    [InlineData("_______@domain.com")]
    [InlineData("email@domain.name")]
    [InlineData("email@domain.superlongtld")]
    [InlineData("email@domain.co.jp")]
    [InlineData("info@german-financial-services.vermögensberatung")]
    [InlineData("info@german-financial-services.reallylongarbitrarytldthatiswaytoolong")]
    [InlineData("japanese-info@例え.テスト")]
    [InlineData("email@double--hyphen.com")]
    public void An_address_that_mail_goes_to_is_taken(string address) => Assert.Equal(new(address, null), EmailAddress.Read(address));

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@police.example; b@police.example")]
    [InlineData("o’hara@police.example")]
    [InlineData("email@123.123.123.123")]
    [InlineData("email@[123.123.123.123]")]
    [InlineData("plainaddress")]
    [InlineData("@no-local-part.com")]
    [InlineData("Outlook Contact <outlook-contact@domain.com>")]
    [InlineData("no-at.domain.com")]
    [InlineData("no-tld@domain")]
    [InlineData(";beginning-semicolon@domain.co.uk")]
    [InlineData("middle-semicolon@domain.co;uk")]
    [InlineData("trailing-semicolon@domain.com;")]
    [InlineData("\"email+leading-quotes@domain.com")]
    [InlineData("email+middle\"-quotes@domain.com")]
    [InlineData("\"quoted-local-part\"@domain.com")]
    [InlineData("\"quoted@domain.com\"")]
    [InlineData("lots-of-dots@domain..gov..uk")]
    [InlineData("two-dots..in-local@domain.com")]
    [InlineData("multiple@domains@domain.com")]
    [InlineData("spaces in local@domain.com")]
    [InlineData("spaces-in-domain@dom ain.com")]
    [InlineData("underscores-in-domain@dom_ain.com")]
    [InlineData("pipe-in-domain@example.com|gov.uk")]
    [InlineData("comma,in-local@gov.uk")]
    [InlineData("comma-in-domain@domain,gov.uk")]
    [InlineData("pound-sign-in-local£@domain.com")]
    [InlineData("local-with-”-quotes@domain.com")]
    [InlineData("domain-starts-with-a-dot@.domain.com")]
    [InlineData("trailing-dot@example.org.")]
    [InlineData("brackets(in)local@domain.com")]
    [InlineData("incorrect-punycode@xn---something.com")]
    [InlineData("jo.@example.org")]
    [InlineData(".jo@example.org")]
    [InlineData("jo@-example.org")]
    [InlineData("jo@example-.org")]
    [InlineData("jo@example.c")]
    [InlineData("mailto:jo@example.org")]
    [InlineData("jo@example.org, al@example.org")]
    [InlineData("jo@example.org\nBcc: al@example.org")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_than_these_is_refused(string? address) => Assert.Equal(EmailAddress.Form, EmailAddress.Read(address).Refusal);

    [Fact]
    public void An_address_has_limits()
    {
        Assert.False(EmailAddress.Read($"email-too-long-{new string('a', 320)}@example.com").IsRead);
        Assert.False(EmailAddress.Read($"email@{new string('a', 64)}.com").IsRead);
    }

    [Theory]
    [InlineData(" email@domain.com ")]
    [InlineData("\temail@domain.com\n")]
    [InlineData("\u200Bemail@domain.com\u200B")]
    [InlineData("em\u00ADail@domain\u2060.com\uFEFF")]
    public void Invisible_characters_are_dropped(string typed)
    {
        Assert.Equal("email@domain.com", EmailAddress.Read(typed).Value);
        Assert.False(EmailAddress.CanBeWrittenTo(typed));
    }
}
