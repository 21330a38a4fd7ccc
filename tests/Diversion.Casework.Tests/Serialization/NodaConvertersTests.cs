using System.Text.Json;
using Diversion.Casework.Serialization;
using NodaTime;

namespace Diversion.Casework.Tests.Serialization;

public sealed class NodaConvertersTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().AddNodaConverters();

    private static readonly Instant FiveOClock = Instant.FromUtc(2026, 3, 5, 17, 0);

    [Fact]
    public void An_instant_is_written_in_utc_without_an_empty_fraction() =>
        Assert.Equal("\"2026-03-05T17:00:00Z\"", JsonSerializer.Serialize(FiveOClock, Options));

    [Theory]
    [InlineData("2026-03-05T17:00:00Z", 0)]
    [InlineData("2026-03-05T17:00:00.5Z", 500_000_000)]
    [InlineData("2026-03-05T17:00:00.1234567Z", 123_456_700)]
    [InlineData("2026-03-05T17:00:00.12345678Z", 123_456_780)]
    [InlineData("2026-03-05T17:00:00.123456789Z", 123_456_789)]
    [InlineData("2026-03-05T17\\u003a00:00Z", 0)]
    public void An_instant_is_read_to_the_nanosecond(string text, long nanoseconds) =>
        Assert.Equal(FiveOClock.PlusNanoseconds(nanoseconds), JsonSerializer.Deserialize<Instant>($"\"{text}\"", Options));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(123_456_789)]
    [InlineData(999_999_999)]
    public void An_instant_survives_the_round_trip(long nanoseconds)
    {
        var instant = FiveOClock.PlusNanoseconds(nanoseconds);

        Assert.Equal(instant, JsonSerializer.Deserialize<Instant>(JsonSerializer.Serialize(instant, Options), Options));
    }

    [Theory]
    [InlineData("\"2026-03-05T17:00:00\"")]
    [InlineData("\"2026-03-05T17:00:00+00:00\"")]
    [InlineData("\"2026-03-05T17:00:00+01:00\"")]
    [InlineData("\"2026-03-05T17:00Z\"")]
    [InlineData("\"2026-03-05 17:00:00Z\"")]
    [InlineData("\"2026-03-05T17:00:00,5Z\"")]
    [InlineData("\"2026-03-05T17:00:00.Z\"")]
    [InlineData("\"2026-02-30T17:00:00Z\"")]
    [InlineData("\"2026-03-05\"")]
    [InlineData("\"\"")]
    [InlineData("1772730000")]
    [InlineData("null")]
    public void Another_form_of_instant_is_refused(string json)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Instant>(json, Options));

        Assert.Contains("2026-03-05T17:00:00Z", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_survives_the_round_trip()
    {
        var json = JsonSerializer.Serialize(new LocalDate(2026, 3, 5), Options);

        Assert.Equal("\"2026-03-05\"", json);
        Assert.Equal(new LocalDate(2026, 3, 5), JsonSerializer.Deserialize<LocalDate>(json, Options));
    }

    [Theory]
    [InlineData("\"05/03/2026\"")]
    [InlineData("\"2026-3-5\"")]
    [InlineData("\"2026-02-30\"")]
    [InlineData("\"2026-03-05T00:00:00\"")]
    [InlineData("20260305")]
    [InlineData("null")]
    public void Another_form_of_date_is_refused(string json)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalDate>(json, Options));

        Assert.Contains("2026-03-05", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17:00:00", 0)]
    [InlineData("17:00:00.000000001", 1)]
    public void A_time_of_day_survives_the_round_trip(string text, long nanoseconds)
    {
        var time = new LocalTime(17, 0).PlusNanoseconds(nanoseconds);

        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(time, Options));
        Assert.Equal(time, JsonSerializer.Deserialize<LocalTime>($"\"{text}\"", Options));
    }

    [Theory]
    [InlineData("\"17:00\"")]
    [InlineData("\"5pm\"")]
    [InlineData("\"24:00:00\"")]
    [InlineData("17")]
    public void Another_form_of_time_is_refused(string json)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LocalTime>(json, Options));

        Assert.Contains("17:00:00", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_allowed_where_the_moment_is_optional()
    {
        Assert.Null(JsonSerializer.Deserialize<Instant?>("null", Options));
        Assert.Equal("null", JsonSerializer.Serialize<LocalDate?>(null, Options));
    }
}
