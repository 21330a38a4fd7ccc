using Diversion.Domain.Reading;
using NodaTime;

namespace Diversion.Domain.Tests.Reading;

public sealed class InstantTextTests
{
    private static readonly Instant Wanted = Instant.FromUtc(2026, 11, 27, 22, 14);

    [Theory]
    [InlineData("2026-11-27T22:14:00Z")]
    [InlineData("2026-11-27T22:14:00+00:00")]
    [InlineData("2026-11-27T22:14:00-00:00")]
    [InlineData("2026-11-27T23:14:00+01:00")]
    [InlineData("2026-11-28T10:59:00+12:45")]
    [InlineData("2026-11-26T22:15:00-23:59")]
    [InlineData("2026-11-27t22:14:00z")]
    [InlineData("2026-11-27 22:14:00Z")]
    [InlineData("2026-11-27 22:14:00+00:00")]
    [InlineData("2026-11-27T22:14:00.0Z")]
    [InlineData("2026-11-27T22:14:00.000000000000000000000001+00:00")]
    [InlineData("2026-11-27T22:14:00,000Z")]
    [InlineData("2026-11-27T22:14Z")]
    [InlineData("2026-11-27T22:14+0000")]
    [InlineData("2026-11-27T22:14:00+00")]
    [InlineData(" 2026-11-27T22:14:00Z\n")]
    public void An_instant_of_rfc_3339_is_taken_in_every_form(string text) => Assert.Equal(new(Wanted, null), InstantText.Read(text));

    [Theory]
    [InlineData("2026-11-27T22:14:00.123456+00:00", 123_456_000)]
    [InlineData("2026-11-27T22:14:00.123456789Z", 123_456_789)]
    [InlineData("2026-11-27T22:14:00.1234567899999Z", 123_456_789)]
    [InlineData("2026-11-27T22:14:00.5Z", 500_000_000)]
    public void A_fraction_is_kept_to_the_nanosecond(string text, long nanoseconds) =>
        Assert.Equal(Wanted + Duration.FromNanoseconds(nanoseconds), InstantText.Read(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-27")]
    [InlineData("2026-11-27T22:14:00")]
    [InlineData("2026-11-27T22:14:00.Z")]
    [InlineData("2026-11-27T24:00:00Z")]
    [InlineData("2026-11-27T22:60:00Z")]
    [InlineData("2026-11-27T22:14:61Z")]
    [InlineData("2026-02-29T22:14:00Z")]
    [InlineData("2026-13-01T22:14:00Z")]
    [InlineData("2026-11-27T22:14:00+24:00")]
    [InlineData("2026-11-27T22:14:00+01:60")]
    [InlineData("2026-11-27T22:14:00ZZ")]
    [InlineData("2026-11-27T22:14:00 Europe/London")]
    [InlineData("27/11/2026 22:14")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("1793830440")]
    public void Whatever_else_is_refused_with_the_form(string? text) => Assert.Equal(InstantText.Form, InstantText.Read(text).Refusal);

    [Fact]
    public void A_leap_second_is_refused_in_words() =>
        Assert.Contains("leap second", InstantText.Read("2016-12-31T23:59:60Z").Refusal, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_at_any_offset_comes_back_as_the_same_instant()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var instant = Instant.FromUnixTimeTicks(random.NextInt64(Instant.FromUtc(2, 1, 1, 0, 0).ToUnixTimeTicks(), Instant.FromUtc(9998, 1, 1, 0, 0).ToUnixTimeTicks()));
            var offset = Offset.FromSeconds(random.Next(-17 * 60, 17 * 60) * 60);
            var text = instant.WithOffset(offset).ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss.fffffffffo<+HH:mm>", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(instant, InstantText.Read(text).Value);
        }
    }
}
