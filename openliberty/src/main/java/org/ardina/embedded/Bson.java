package org.ardina.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Documents as bytes, in the format of bsonspec.org. */
final class Bson {

    private Bson() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, buffer);
        return ByteBufUtil.getBytes(buffer);
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    /** The document with some of its fields, which is much faster where the others are large. */
    static Document decode(byte[] bytes, WantedFields wanted) {
        return decode(Unpooled.wrappedBuffer(bytes), wanted);
    }

    private static Document decode(ByteBuf buffer, WantedFields wanted) {
        buffer.skipBytes(Integer.BYTES);
        Document document = new Document();
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            String name = BsonDecoder.decodeCString(buffer);
            WantedFields part = wanted.of(name);
            if (part == null) {
                skip(type, buffer);
            } else if (part != WantedFields.ALL && type == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
                document.put(name, decode(buffer, part));
            } else {
                document.put(name, BsonDecoder.decodeValue(type, buffer));
            }
        }
        return document;
    }

    private static void skip(byte type, ByteBuf buffer) {
        switch (type) {
            case BsonConstants.TYPE_UTF8_STRING -> buffer.skipBytes(buffer.readIntLE());
            case BsonConstants.TYPE_DATA -> buffer.skipBytes(buffer.readIntLE() + Byte.BYTES);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
